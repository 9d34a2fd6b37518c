// Colours, type and layout. Text has a contrast of 4.5 : 1 at least, bars and lines 3 : 1, in light and in dark.
export const layoutStyle = `
:root{color-scheme:light dark;--ground:#f3f5f7;--paper:#fff;--ink:#17212b;--muted:#4f5d6a;--line:#d8dfe6;--track:#eceff3;--accent:#0b5394;--for:#1c6cb4;--against:#bf4f0b;--neutral:#75838f;--doubt:#96690a;--mark:#ffe69a;--mark-ink:#3b2c00;--recall:#a8380f;--shade:rgb(23 33 43/.22)}
@media (prefers-color-scheme:dark){:root{--ground:#10151a;--paper:#191f26;--ink:#e7ecf1;--muted:#a9b5c0;--line:#343f4a;--track:#262e37;--accent:#85bdf2;--for:#5ba6ea;--against:#f0914f;--neutral:#8895a1;--doubt:#d9a83a;--mark:#5c4a0f;--mark-ink:#fff1c4;--recall:#f39a6b;--shade:rgb(0 0 0/.6)}}
@media (forced-colors:active){:root{--ground:Canvas;--paper:Canvas;--ink:CanvasText;--muted:CanvasText;--line:CanvasText;--track:Canvas;--accent:LinkText;--for:CanvasText;--against:CanvasText;--neutral:GrayText;--doubt:CanvasText;--mark:Mark;--mark-ink:MarkText;--recall:CanvasText}}
*{box-sizing:border-box}
html{scroll-padding-top:1rem;-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;background:var(--ground);color:var(--ink);font:1rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Liberation Sans",Arial,sans-serif;overflow-wrap:anywhere}
a{color:var(--accent)}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px;border-radius:3px}
main:focus{outline:none}
h1,h2,h3{line-height:1.2;margin:0;text-wrap:balance}
h1{font-size:1.75rem;letter-spacing:-.015em;overflow-wrap:anywhere}
h2{font-size:1.375rem;margin-bottom:.9rem;letter-spacing:-.01em}
h3{font-size:1.0625rem;margin:1.75rem 0 .6rem}
p{margin:.5rem 0;max-width:75ch}
.small,.lead{color:var(--muted);font-size:.875rem}
.hidden{position:absolute;width:1px;height:1px;margin:-1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
caption.hidden{left:0;top:0}
.nowrap{white-space:nowrap}
.skip{position:absolute;left:1rem;top:-4rem;background:var(--paper);padding:.6rem 1rem;z-index:2}
.skip:focus{top:.5rem}
header,footer,.page{max-width:108rem;margin:0 auto;padding:0 clamp(.75rem,2.5vw,2.5rem)}
header{padding-top:1.75rem;padding-bottom:1.25rem}
header p{margin:.25rem 0}
.product{color:var(--accent);font-weight:700;font-size:.8125rem;letter-spacing:.08em;text-transform:uppercase}
footer{padding-top:1.5rem;padding-bottom:2.5rem}
.contents h2{font-size:.8125rem;text-transform:uppercase;letter-spacing:.06em;color:var(--muted);margin:0 0 .4rem}
.contents ol{list-style:none;margin:0;padding:0;columns:2;column-gap:1rem}
.contents a{display:block;padding:.25rem 0;text-decoration:none;font-size:.9375rem;break-inside:avoid}
.contents a:hover{text-decoration:underline}
.contents{margin-bottom:1.25rem}
main{min-width:0}
section{background:var(--paper);border:1px solid var(--line);border-radius:10px;padding:clamp(1rem,2vw,1.75rem);margin-bottom:1.25rem}
@media (min-width:68rem){.page{display:grid;grid-template-columns:12.5rem minmax(0,1fr);gap:2rem}.contents{position:sticky;top:1.25rem;align-self:start;max-height:calc(100vh - 2.5rem);overflow:auto}.contents ol{columns:1}}
dl{margin:0}dd{margin:0}
.figures{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,13.5rem),1fr));gap:1px;border:1px solid var(--line);border-radius:8px;overflow:hidden}
.figures>div{box-shadow:0 0 0 1px var(--line);padding:.8rem 1rem .9rem}
.figures dt{font-size:.875rem;color:var(--muted)}
.figures .value{font-size:1.625rem;line-height:1.25;font-weight:650;font-variant-numeric:tabular-nums;letter-spacing:-.015em}
.figures .detail{font-size:.8125rem;line-height:1.4;color:var(--muted);margin-top:.15rem}
@media (max-width:40rem){.figures{grid-template-columns:1fr 1fr}.figures>div{padding:.65rem .7rem}.figures .value{font-size:1.25rem}}
@media (min-width:90rem){.figures{grid-template-columns:repeat(5,1fr)}}
.notes{margin:0;padding:0;list-style:none;display:grid;gap:.5rem}
.notes li{border-left:4px solid var(--doubt);padding:.15rem 0 .15rem .8rem;max-width:90ch}
.scroll{background:linear-gradient(90deg,var(--paper) 40%,transparent) left/2rem 100% local no-repeat,linear-gradient(270deg,var(--paper) 40%,transparent) right/2rem 100% local no-repeat,linear-gradient(90deg,var(--shade),transparent) left/.7rem 100% scroll no-repeat,linear-gradient(270deg,var(--shade),transparent) right/.7rem 100% scroll no-repeat;overflow-x:auto;max-width:100%;position:relative;margin:.5rem 0}
table{border-collapse:collapse;width:100%;font-size:.875rem;line-height:1.4}
caption{text-align:left;font-weight:600;padding:.25rem 0 .4rem}
th,td{padding:.4rem .75rem;text-align:left;vertical-align:top;border-bottom:1px solid var(--line);overflow-wrap:anywhere}
th:first-child,td:first-child{padding-left:0}th:last-child,td:last-child{padding-right:0}
th{font-weight:500}
thead th{color:var(--muted);font-weight:600;font-size:.8125rem;vertical-align:bottom;border-bottom:2px solid var(--line);overflow-wrap:normal}
tbody tr:last-child>*{border-bottom:0}
.number{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
thead .number{white-space:normal}
td .small,th .small{font-size:.93em}
.number .value-count{white-space:normal}
th.text,td.text{min-width:7rem}
th.wide,td.wide{min-width:9.5rem}
.narrow{max-width:52rem}
@media (max-width:40rem){th,td{padding:.4rem .35rem}th.text,td.text{min-width:5rem}}
tbody th.number{font-weight:400}
details.fold{margin:.75rem 0}
summary{cursor:pointer;padding:.3rem 0;min-height:1.75rem}
.fold>summary{color:var(--accent);font-size:.9375rem}
.fold>.scroll{max-height:26rem;overflow-y:auto;border-top:1px solid var(--line)}
.fold>.scroll thead th{position:sticky;top:0;background:var(--paper)}
figure{margin:1.25rem 0 0;min-width:0}
figcaption strong{display:block;font-size:1rem}
figcaption .lead{display:block;max-width:80ch}
.beside{display:grid;gap:1rem 2.25rem;margin-top:.6rem}
.beside>*{min-width:0}
@media (min-width:56rem){.beside{grid-template-columns:minmax(0,1fr) minmax(0,1fr)}}
@media (min-width:56rem){.comparisons .plot{margin-top:1.95rem}}
.beside .scroll{max-height:24rem;overflow-y:auto}
.beside .scroll thead th{position:sticky;top:0;background:var(--paper)}
@media (min-width:56rem){.beside.table-wide{grid-template-columns:minmax(0,2fr) minmax(0,3fr)}}
.comparisons figure{border-top:1px solid var(--line);padding-top:1rem}
.tag{display:inline-block;border:1px solid var(--line);border-radius:99px;padding:0 .6rem;font-size:.8125rem;white-space:normal}
.cards{display:grid;gap:.75rem;margin-top:1rem}
.card{border:1px solid var(--line);border-radius:8px;padding:.35rem 1rem;min-width:0}
.card[open]{padding-bottom:1rem}
.card>summary{display:flex;flex-wrap:wrap;gap:.1rem .9rem;align-items:baseline;list-style:none}
.card>summary::-webkit-details-marker{display:none}
.card>summary::before{content:"▸";color:var(--accent);width:.8rem}
.card[open]>summary::before{content:"▾"}
.card h3{margin:0;font-size:1rem}
.summary-names{font-weight:500;overflow-wrap:anywhere}
.and,.source{color:var(--muted);font-weight:400}
.summary-figures{color:var(--muted);font-size:.875rem;font-variant-numeric:tabular-nums}
@media (min-width:56rem){.summary-figures{margin-left:auto}}
.pair-body{border-top:1px solid var(--line);padding-top:.75rem;margin-top:.35rem}
.pair-body figure{margin:0}
.pair-table{table-layout:fixed}
.pair-table th:first-child{width:26%}
.pair-table .sign{width:1.9rem;text-align:center;padding-left:.2rem;padding-right:.2rem;font-weight:700}
@media (max-width:40rem){.card{padding-left:.6rem;padding-right:.6rem}section{padding:.9rem .75rem}
.pair-table tr{display:grid;grid-template-columns:minmax(0,1fr) 1.75rem minmax(0,1fr);border-bottom:1px solid var(--line);padding:.3rem 0}
.pair-table th,.pair-table td{border:0;padding:.1rem .2rem}
.pair-table tbody th{grid-column:1/-1;width:auto!important;font-size:.8125rem;padding-left:0}
.pair-table thead th:first-child{display:none}.pair-table td:nth-child(2){padding-left:0}.pair-table .sign{width:auto}}
.pair-table tbody th,.cluster-table tbody th{font-weight:500;color:var(--muted)}
.pair-table thead th,.cluster-table thead th{color:var(--ink);overflow-wrap:anywhere}
.is-same td{color:var(--muted)}
.is-different .sign{color:var(--against)}
.cluster-table td{min-width:8.5rem}
.cluster-table th:first-child{min-width:7rem}
mark{background:var(--mark);color:var(--mark-ink);border-radius:2px;text-decoration:underline;text-decoration-thickness:2px;text-underline-offset:2px}
.missing{color:var(--muted);font-style:italic}
.glossary{display:grid;gap:.9rem 2rem;grid-template-columns:repeat(auto-fill,minmax(min(100%,22rem),1fr))}
.glossary dt{font-weight:650}
.glossary dd{color:var(--muted);font-size:.9375rem}
`;
