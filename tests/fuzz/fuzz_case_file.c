/* Any bytes as the cases of a rule. */
#include "../unit/rules_fixture.h"

#include "as_file.h"
#include "script/case_file.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    struct error error;
    error_init(&error);
    script_budget_renew(SCRIPT_SECONDS);
    struct case_file *file =
        case_file_open(as_file(bytes, length, ".lua"), "scripts/rules/lib", &error);
    expect(!file == error_is_set(&error));
    for (size_t i = 0; file && i < case_file_count(file) && i < 20; i++) {
        struct rule_case rule_case = {0};
        struct error one;
        error_init(&one);
        bool done = case_file_read(file, i, &rule_case, &one);
        expect(done != error_is_set(&one));
        text_release(&rule_case.plan);
        error_release(&one);
    }
    case_file_close(file);
    error_release(&error);
    return 0;
}
