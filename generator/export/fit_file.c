/* FIT files: little endian, from header to checksum. */
#include "export/fit_file.h"

#include <string.h>

#include "base/date.h"

#define HEADER_SIZE     14
#define CHECKSUM_SIZE   2
#define PROTOCOL        0x20
#define PROFILE_VERSION 2132 /* of the format's list of messages: 21.32 */
#define DEFINITION      0x40 /* in the first byte of a record */

#define BITS_PER_BYTE 8

int fit_first_date(void)
{
    return date_from_ymd(1989, 12, 31);
}

/* ---- numbers and strings ---- */

static void put_number(struct text *bytes, uint32_t number, size_t size)
{
    for (size_t i = 0; i < size; i++) {
        uint8_t byte = (uint8_t)(number >> BITS_PER_BYTE * i);
        text_append_bytes(bytes, &byte, 1);
    }
}

/* As many whole characters as there is room for, then NULs. */
static void put_string(struct text *bytes, const char *string)
{
    static const char nothing[FIT_STRING_SIZE];
    size_t length = string ? strlen(string) : 0;
    if (length >= FIT_STRING_SIZE)
        for (length = FIT_STRING_SIZE - 1; utf8_is_continuation(string[length]);)
            length--;
    text_append_bytes(bytes, length ? string : nothing, length);
    text_append_bytes(bytes, nothing, FIT_STRING_SIZE - length);
}

static uint8_t type_size(enum fit_type type)
{
    switch (type) {
    case FIT_ENUM:
        return 1;
    case FIT_U16:
        return 2;
    case FIT_U32:
    case FIT_U32Z:
        return 4;
    case FIT_STRING:
        break;
    }
    return FIT_STRING_SIZE;
}

/* ---- the file ---- */

/* CRC-16 (polynomial 0x8005, reflected), half a byte at a time. */
static uint32_t checksum(const char *bytes, size_t length)
{
    static const uint16_t of_nibble[16] = {0x0000, 0xCC01, 0xD801, 0x1400, 0xF001, 0x3C00,
                                           0x2800, 0xE401, 0xA001, 0x6C00, 0x7800, 0xB401,
                                           0x5000, 0x9C01, 0x8801, 0x4400};
    unsigned sum = 0;
    for (size_t i = 0; i < length; i++) {
        unsigned byte = (unsigned char)bytes[i];
        sum = sum >> 4 ^ of_nibble[(sum ^ byte) & 0xF];
        sum = sum >> 4 ^ of_nibble[(sum ^ byte >> 4) & 0xF];
    }
    return sum;
}

static void put_header(struct text *bytes, size_t data_size)
{
    put_number(bytes, HEADER_SIZE, 1);
    put_number(bytes, PROTOCOL, 1);
    put_number(bytes, PROFILE_VERSION, 2);
    put_number(bytes, (uint32_t)data_size, 4);
    text_append(bytes, ".FIT");
    put_number(bytes, checksum(bytes->data, bytes->length), CHECKSUM_SIZE);
}

void fit_begin(struct text *bytes)
{
    put_header(bytes, 0); /* its size is known at the end */
}

void fit_define(struct text *bytes, const struct fit_message *message)
{
    put_number(bytes, DEFINITION | message->local, 1);
    put_number(bytes, 0, 1); /* reserved */
    put_number(bytes, 0, 1); /* little endian */
    put_number(bytes, message->number, 2);
    put_number(bytes, message->field_count, 1);
    for (size_t i = 0; i < message->field_count; i++) {
        const struct fit_field *field = &message->fields[i];
        put_number(bytes, field->number, 1);
        put_number(bytes, type_size(field->type), 1);
        put_number(bytes, field->type, 1);
    }
}

void fit_add(struct text *bytes, const struct fit_message *message, const struct fit_value *values)
{
    put_number(bytes, message->local, 1);
    for (size_t i = 0; i < message->field_count; i++) {
        enum fit_type type = message->fields[i].type;
        if (type == FIT_STRING)
            put_string(bytes, values[i].text);
        else
            put_number(bytes, values[i].number, type_size(type));
    }
}

void fit_end(struct text *bytes)
{
    struct text header = TEXT_INIT;
    put_header(&header, bytes->length - HEADER_SIZE);
    memcpy(bytes->data, header.data, HEADER_SIZE);
    text_release(&header);
    put_number(bytes, checksum(bytes->data, bytes->length), CHECKSUM_SIZE);
}
