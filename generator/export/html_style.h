/*
 * The style sheet of the HTML file: light and dark, for the phone first; on paper all weeks are
 * open, in two columns of days, without reasons.
 */
#ifndef HILLPLAN_EXPORT_HTML_STYLE_H
#define HILLPLAN_EXPORT_HTML_STYLE_H

#define HTML_STYLE                                                                                 \
    ":root{color-scheme:light dark;--bg:#fff;--ink:#111;--soft:#555;--rule:#8a8a8a;"               \
    "--pale:#f2f2f2;--easy:#ddeffa;--link:#00508a;--bar:#3b7cb0;--max:#b34700}\n"                  \
    "@media(prefers-color-scheme:dark){:root{--bg:#121417;--ink:#eceff1;--soft:#b4bac0;"           \
    "--rule:#6f767d;--pale:#1e2227;--easy:#2d4a5e;--link:#8cc8ff;--bar:#6fb1e3;"                   \
    "--max:#ff9a57}}\n"                                                                            \
    "*{box-sizing:border-box}\n"                                                                   \
    "body{margin:0 auto;max-width:64rem;padding:1rem;font:1rem/1.45 system-ui,'Open Sans',"        \
    "sans-serif;background:var(--bg);color:var(--ink);font-variant-numeric:tabular-nums;"          \
    "overflow-wrap:anywhere}\n"                                                                    \
    "h1{font-size:1.9rem;line-height:1.15;margin:.2rem 0}\n"                                       \
    "h2{font-size:1.35rem;margin:2rem 0 .5rem;border-top:2px solid;padding-top:.5rem}\n"           \
    "h3{font-size:1.1rem;margin:0}\n"                                                              \
    "p{margin:.3rem 0;max-width:42rem}\n"                                                          \
    "a{color:var(--link)}\n"                                                                       \
    "nav ul{list-style:none;margin:0;padding:0;display:flex;flex-wrap:wrap;gap:0 1rem}\n"          \
    "nav a{display:inline-block;min-height:2.75rem;padding:.6rem .3rem .6rem 0}\n"                 \
    ":focus-visible{outline:3px solid var(--link);outline-offset:2px}\n"                           \
    "dl{margin:.5rem 0}dd{margin:0}\n"                                                             \
    "dl.paces{display:grid;grid-template-columns:max-content 1fr;gap:.1rem .8rem}\n"               \
    "dl.how dt{font-weight:700;margin-top:.7rem}dl.how dd{max-width:42rem}\n"                      \
    ".scroll{overflow-x:auto}table{border-collapse:collapse;width:100%}\n"                         \
    "th,td{padding:.3rem .45rem;text-align:right;border-bottom:1px solid var(--rule);"             \
    "white-space:nowrap}\n"                                                                        \
    "thead th,thead td{border-bottom:2px solid}th{font-weight:600}.l{text-align:left}\n"           \
    "th a{display:inline-block;min-width:2.75rem;min-height:2.75rem;line-height:2.75rem}\n"        \
    ".b{width:30%;min-width:3rem;background:linear-gradient(var(--max),var(--max)) no-repeat "     \
    "var(--m,200%) 50%/2px 70%}\n"                                                                 \
    ".b span{display:block;height:.8rem;background:var(--bar)}\n"                                  \
    "tr.light th,tr.light td{background-color:var(--pale)}\n"                                      \
    "details{border-bottom:1px solid var(--rule)}\n"                                               \
    "summary{padding:.7rem 0;cursor:pointer;min-height:2.75rem}summary h3{display:inline}\n"       \
    "summary span,.soft{color:var(--soft)}\n"                                                      \
    "ol.days{list-style:none;margin:0 0 1rem;padding:0}\n"                                         \
    "ol.days>li{display:grid;grid-template-columns:5rem 1fr;gap:.6rem;padding:.6rem 0;"            \
    "border-top:1px solid var(--rule)}\n"                                                          \
    "ol.days>li>div{min-width:0}.date,.d,.set{font-weight:700}.d{font-size:1.25rem}\n"             \
    ".k{display:inline-block;min-width:1.5rem;text-align:center;font-weight:700;"                  \
    "border:2px solid var(--rule);border-left:.6rem solid var(--k);border-radius:.2rem;"           \
    "padding:0 .25rem;margin-right:.4rem}\n"                                                       \
    "svg{display:block;width:100%;max-width:34rem;height:2.2rem;margin-top:.3rem}\n"               \
    "polygon{stroke:var(--ink);stroke-width:.6;vector-effect:non-scaling-stroke}\n"                \
    ".e{fill:var(--easy)}.r{fill:var(--bg)}.log{display:none}\n"                                   \
    "@media(max-width:30rem){.wide{display:none}th,td{padding:.3rem .2rem}}\n"                     \
    "@media print{:root{color-scheme:light;--bg:#fff;--ink:#000;--soft:#444;--easy:#ddeffa;"       \
    "--bar:#3b7cb0;--max:#b34700}body{max-width:none;font-size:9pt;line-height:1.3;padding:0}"     \
    "nav,.why{display:none}.log{display:block}a{color:inherit;text-decoration:none}"               \
    "h2{break-after:avoid;margin-top:1rem}details::details-content{content-visibility:visible;"    \
    "display:block}summary{list-style:none;padding:.3rem 0;min-height:0}"                          \
    "ol.days{columns:2;column-gap:8mm}ol.days>li{break-inside:avoid;padding:.25rem 0}"             \
    "th a{min-height:0;line-height:1.3}"                                                           \
    "svg{height:1.4rem;max-width:60mm}.b,.b span,tr.light td{print-color-adjust:exact}}\n"         \
    "@page{margin:12mm}\n"

#endif
