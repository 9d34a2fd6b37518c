// On paper: light colours, one column, everything unfolded, figures and rows kept whole.
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
.card,.plot,tr,.figures>div,.notes li,.glossary>div{break-inside:avoid}
thead{display:table-header-group}
table{font-size:8.5pt}.cluster-table{table-layout:fixed}
th,td{padding:.25rem .4rem}
thead th{overflow-wrap:anywhere}
.number{white-space:normal}
th.text,td.text,th.wide,td.wide,.cluster-table td{min-width:0}
}
`;
