{{/* What the schema cannot say. */}}
{{- define "chiasm.checks" -}}
{{- if and (eq .Values.kafka.kind "external") (not .Values.kafka.address) -}}
{{- fail "kafka.address is needed: host:port,… of the brokers; or kafka.kind=strimzi or kafka.kind=trial" -}}
{{- end -}}
{{- if and (eq .Values.store.kind "external") (not .Values.store.endpoint) -}}
{{- fail "store.endpoint is needed: https://host[:port] of the S3 server; or store.kind=trial" -}}
{{- end -}}
{{- if and (eq .Values.access.kind "oidc") (not .Values.access.oidc.server) -}}
{{- fail "access.oidc.server is needed where access.kind is oidc: the provider's address" -}}
{{- end -}}
{{- if eq .Values.images.tag "latest" -}}
{{- fail "images.tag must not be latest: say which version, so that a rollback has something to go back to" -}}
{{- end -}}
{{- $secret := "(PASSWORD|ACCESS_KEY|SECRET_KEY|SECRET|TOKEN|CREDENTIAL|JAAS_CONFIG)$" -}}
{{- range $name, $value := .Values.settings -}}
{{- if regexMatch $secret $name -}}
{{- fail (printf "settings.%s is a secret: name its file (%s_FILE, with secretFiles), or use env with secret and key" $name $name) -}}
{{- end -}}
{{- end -}}
{{- range $service := list "extractor" "encoder" "aggregator" -}}
{{- range $name, $value := (index $.Values $service).env -}}
{{- if and (kindIs "string" $value) (regexMatch $secret $name) -}}
{{- fail (printf "%s.env.%s is a secret: give it as {secret: …, key: …}" $service $name) -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- range $service := list "extractor" "encoder" -}}
{{- $grace := printf "CHIASM_%s_GRACE" (upper $service) -}}
{{- if or (hasKey (index $.Values $service).env $grace) (hasKey $.Values.settings $grace) -}}
{{- fail (printf "%s: say %s.grace, which gives the pod as long" $grace $service) -}}
{{- end -}}
{{- end -}}
{{- include "chiasm.fits" . -}}
{{- end -}}

{{/* Fails where memory, disk or the quota cannot hold what is asked for; Kubernetes would find out late. */}}
{{- define "chiasm.fits" -}}
{{- $hard := .Values.quota.hard -}}
{{- $pods := 0 -}}
{{- $memory := 0 -}}
{{- $requested := 0 -}}
{{- $cpu := 0 -}}
{{- range $name := list "extractor" "encoder" "aggregator" -}}
{{- $values := index $.Values $name -}}
{{- $limits := $values.resources.limits -}}
{{- $limit := include "chiasm.bytes" $limits.memory | int64 -}}
{{- $needed := add (include "chiasm.bytes" (printf "%si" (upper $values.heap)) | int64) 536870912 -}}
{{- if eq $name "encoder" -}}
{{- $needed = add $needed (include "chiasm.bytes" (printf "%si" $values.memory) | int64) -}}
{{- if lt (include "chiasm.bytes" (index $limits "ephemeral-storage") | int64) (add (include "chiasm.bytes" $values.scratch | int64) 1073741824) -}}
{{- fail "encoder.resources.limits.ephemeral-storage must hold encoder.scratch and 1Gi" -}}
{{- end -}}
{{- end -}}
{{- if lt $limit $needed -}}
{{- fail (printf "%s.resources.limits.memory is %s, less than the heap, %s512Mi: raise it, or lower %s.heap" $name $limits.memory (ternary "encoder.memory and " "and " (eq $name "encoder")) $name) -}}
{{- end -}}
{{- $most := 1 -}}
{{- if ne $name "aggregator" -}}
{{- $most = ternary (index $.Values.keda $name "most") $values.replicas $.Values.keda.enabled | int | add1 -}}
{{- end -}}
{{- $pods = add $pods $most -}}
{{- $memory = add $memory (mul $most $limit) -}}
{{- $cpu = add $cpu (mul $most (include "chiasm.millis" $limits.cpu | int64)) -}}
{{- $requested = add $requested (mul $most (include "chiasm.millis" $values.resources.requests.cpu | int64)) -}}
{{- end -}}
{{- if .Values.quota.enabled -}}
{{- if gt $pods (int64 $hard.pods) -}}
{{- fail (printf "quota.hard.pods is %s; %d are needed for all workers at their most, one more of each kind, and the aggregator" $hard.pods $pods) -}}
{{- end -}}
{{- range $key := list "requests.memory" "limits.memory" -}}
{{- if gt $memory (include "chiasm.bytes" (index $hard $key) | int64) -}}
{{- fail (printf "quota.hard.%s is %s; %dMi are needed for all workers at their most, one more of each kind, and the aggregator" $key (index $hard $key) (div $memory 1048576)) -}}
{{- end -}}
{{- end -}}
{{- range $key, $needed := dict "limits.cpu" $cpu "requests.cpu" $requested -}}
{{- if gt $needed (include "chiasm.millis" (index $hard $key) | int64) -}}
{{- fail (printf "quota.hard.%s is %s; %dm are needed for all workers at their most, one more of each kind, and the aggregator" $key (index $hard $key) $needed) -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- end -}}

{{/* Of a whole number with Ki, Mi, Gi or Ti. */}}
{{- define "chiasm.bytes" -}}
{{- $units := dict "Ki" 1024 "Mi" 1048576 "Gi" 1073741824 "Ti" 1099511627776 -}}
{{- mul (regexFind "^[0-9]+" . | int64) (index $units (regexFind "[KMGT]i$" .) | int64) -}}
{{- end -}}

{{/* Of a whole number with s, m or h. */}}
{{- define "chiasm.seconds" -}}
{{- mul (regexFind "^[0-9]+" . | int64) (index (dict "s" 1 "m" 60 "h" 3600) (regexFind "[smh]$" .) | int64) -}}
{{- end -}}

{{/* Of processors: a number, or a whole one with m. */}}
{{- define "chiasm.millis" -}}
{{- $text := toString . -}}
{{- if hasSuffix "m" $text -}}{{- trimSuffix "m" $text -}}{{- else -}}{{- mulf (float64 $text) 1000 | int64 -}}{{- end -}}
{{- end -}}
