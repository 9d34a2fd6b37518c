// Charts. Sizes of text are in rem, so that they follow the reader's own setting.
export const chartStyle = `
.plot{margin:.5rem 0;overflow-x:clip}
.plot svg{overflow:visible;display:block}
.plot-rows{padding:0 5.6rem 0 0}
.plot-axes{padding:3.9rem 1.1rem 3rem 4.6rem}
.plot-weights{padding:0 3.75rem 0 0}
.plot-weights .row-label{paint-order:stroke;stroke:var(--paper);stroke-width:5px;stroke-linejoin:round}
@media (max-width:30rem){.plot-weights .row-label,.plot-rows .row-label{font-size:.72rem}.plot-rows{padding:0 5.6rem 0 0}
.plot-axes{padding-left:4.2rem;padding-right:.8rem}}
.plot-labelledRows{padding:0 4.75rem 0 6.4rem}
.plot text{font-size:.8125rem;fill:var(--ink);font-variant-numeric:tabular-nums}
.plot .tick{font-size:.75rem;fill:var(--muted)}
.plot .axis-name{font-size:.8125rem;fill:var(--muted)}
.plot .figure,.plot .total{font-weight:600}
.grid{stroke:var(--line);stroke-width:1}
.axis{stroke:var(--neutral);stroke-width:1}
.zero{stroke:var(--neutral);stroke-width:1}
.connector{stroke:var(--neutral);stroke-width:1}
.mark-line{stroke:var(--ink);stroke-width:1.25;stroke-dasharray:4 3}
.plot .mark-label{font-size:.75rem;font-weight:600}
.bar{fill:var(--for)}
.track{fill:var(--track)}
.for{fill:var(--for)}
.against{fill:var(--against)}
.total-bar{fill:var(--ink)}
.bin{stroke:var(--paper);stroke-width:1}
.zone-below{fill:var(--neutral)}
.zone-doubtful{fill:var(--doubt)}
.zone-linked{fill:var(--for)}
.line{fill:none;stroke-width:2}
.marker{stroke-width:1.75;fill:var(--paper)}
.line-precision,.line-estimatedPrecision,.line-single{stroke:var(--for)}
.line-recall,.line-estimatedRecall{stroke:var(--recall)}
.line-estimatedPrecision.line,.line-estimatedRecall.line{stroke-dasharray:6 4}
.marker.line-precision,.marker.line-single{fill:var(--for)}
.marker.line-recall{fill:var(--recall)}
.legend{list-style:none;display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;margin:.6rem 0 0;padding:0;font-size:.875rem}
.legend li{display:flex;align-items:center;gap:.45rem}
.meter{vertical-align:middle;margin-right:.35rem}
`;
