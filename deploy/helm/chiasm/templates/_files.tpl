{{/*
Objects are read from the files that Kustomize reads: links in files/ lead to them.
*/}}

{{/* A file's text. (list . "base/encoder/deployment.yaml") */}}
{{- define "chiasm.file" -}}
{{- $text := (index . 0).Files.Get (printf "files/%s" (index . 1)) -}}
{{- if not (contains "\n" $text) -}}
{{- fail (printf "the chart lacks files/%s: links in files/ lead to deploy/kubernetes, and this copy of the chart lost them; take it from a checkout, or the archive that 'helm package' writes" (index . 1)) -}}
{{- end -}}
{{- $text -}}
{{- end -}}

{{/* A file's objects, in the release's namespace. (list . "components/monitoring/monitoring.yaml") */}}
{{- define "chiasm.objects" -}}
{{- $root := index . 0 -}}
{{- range splitList "\n---\n" (include "chiasm.file" .) }}
---
{{ include "chiasm.object" (list $root (fromYaml .)) }}
{{- end }}
{{- end -}}

{{/* One object, in the release's namespace. */}}
{{- define "chiasm.object" -}}
{{- $object := index . 1 -}}
{{- if ne $object.kind "PriorityClass" -}}
{{- $_ := set $object.metadata "namespace" (index . 0).Release.Namespace -}}
{{- end -}}
{{- toYaml $object -}}
{{- end -}}
