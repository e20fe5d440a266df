{{/* A trial's server with its image. (list . file image) */}}
{{- define "chiasm.trial" -}}
{{- $root := index . 0 -}}
{{- $image := index . 2 -}}
{{- range splitList "\n---\n" (include "chiasm.file" .) }}
{{- $object := fromYaml . }}
{{- if eq $object.kind "StatefulSet" }}
{{- $pod := $object.spec.template.spec }}
{{- $_ := set (first $pod.containers) "image" $image }}
{{- range (first $pod.containers).env }}
{{- if hasKey . "valueFrom" }}{{- $_ := set .valueFrom.secretKeyRef "name" $root.Values.store.secret }}{{- end }}
{{- end }}
{{- end }}
---
{{ include "chiasm.object" (list $root $object) }}
{{- end }}
{{- end -}}
