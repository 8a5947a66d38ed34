/* Nodes: look-ups, paths, and the tree written out again. */
#include <string.h>

#include "document/tree.h"

const struct node *node_find(const struct node *mapping, const char *key)
{
    for (size_t i = 0; i < mapping->count; i++)
        if (mapping->items[i]->key && strcmp(mapping->items[i]->key, key) == 0)
            return mapping->items[i];
    return NULL;
}

void node_append_path(const struct node *node, struct text *path)
{
    if (!node->parent)
        return;
    node_append_path(node->parent, path);
    if (!node->key)
        text_printf(path, "[%zu]", node->index);
    else
        text_printf(path, "%s%s", path->length ? "." : "", node->key);
}

static void append_quoted(const char *string, struct text *yaml)
{
    text_append(yaml, "\"");
    for (const char *at = string; *at;) {
        size_t plain = 0;
        while ((unsigned char)at[plain] >= 0x20 && at[plain] != '"' && at[plain] != '\\')
            plain++;
        text_append_bytes(yaml, at, plain);
        at += plain;
        if (*at)
            text_printf(yaml, "\\x%02X", (unsigned)*at++);
    }
    text_append(yaml, "\"");
}

void node_append_yaml(const struct node *node, struct text *yaml)
{
    if (node->key) {
        append_quoted(node->key, yaml);
        text_append(yaml, ": ");
    }
    if (node->scalar) {
        append_quoted(node->scalar, yaml);
        return;
    }
    text_append(yaml, node->is_list ? "[" : "{");
    for (size_t i = 0; i < node->count; i++) {
        node_append_yaml(node->items[i], yaml);
        text_append(yaml, ",\n");
    }
    text_append(yaml, node->is_list ? "]" : "}");
}
