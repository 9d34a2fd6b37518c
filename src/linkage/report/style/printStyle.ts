// On paper: light colours, no sidebar, everything unfolded, figures and rows kept whole. Only the tables behind waterfalls
// are left out: those charts print each of their numbers.
export const printStyle = `
@media print{
:root{color-scheme:light;--ground:#fff;--paper:#fff;--ink:#17212b;--muted:#4f5d6a;--line:#cfd6dd;--track:#eceff3;--accent:#0b5394;--for:#1c6cb4;--against:#bf4f0b;--neutral:#75838f;--doubt:#96690a;--mark:#ffe69a;--mark-ink:#3b2c00;--recall:#a8380f}
@page{margin:14mm}
body{font-size:10pt;print-color-adjust:exact;-webkit-print-color-adjust:exact}
.skip{display:none}
header,footer,.page{padding-left:0;padding-right:0;max-width:none}
.page{display:block}
.contents{position:static;max-height:none}
.contents ol{columns:3}
section{border:0;border-top:2px solid var(--ink);border-radius:0;padding:1rem 0 0}
.scroll,.fold>.scroll,.beside .scroll{overflow:visible;max-height:none}
.fold>.scroll thead th,.beside .scroll thead th{position:static}
details::details-content{content-visibility:visible;display:block;height:auto}
.fold>summary{display:none}
.card>summary::before,.card[open]>summary::before{content:""}
h2,h3,figcaption,summary,.legend{break-after:avoid}
.card,.plot,.comparisons figure,figure:has(>.beside),tr,.figures>div,.notes li,.glossary>div{break-inside:avoid}
thead{display:table-header-group}
table{font-size:8.5pt}.cluster-table{table-layout:fixed}
th,td{padding:.25rem .4rem}
thead th{font-size:7.5pt}
.card .fold{display:none}
.small,.lead{font-size:8.5pt}
th.text,td.text{min-width:4.4rem}th.wide,td.wide{min-width:5rem}.cluster-table td{min-width:0}
.figures{grid-template-columns:repeat(5,1fr)}
.figures>div{padding:.4rem .5rem}
.figures .value{font-size:1.15rem}
.figures .detail,.figures dt{font-size:.7rem}
.beside.table-wide{grid-template-columns:minmax(0,1fr)}
.beside{grid-template-columns:minmax(0,1fr) minmax(0,1fr);gap:1rem 1.5rem}
.comparisons .plot{margin-top:1.7rem}
.glossary{grid-template-columns:1fr 1fr;gap:.5rem 1.5rem}
.meter{display:none}
}
`;
