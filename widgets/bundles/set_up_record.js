function e({el:t}){t.hidden=!0,t.dataset.drawn="true",t.dispatchEvent(new CustomEvent("explainer-part-drawn",{bubbles:!0,detail:{part:"set-up"}}))}var r={render:e};export{r as default};
