{{/* Where brokers are, for each kind of them: address, protocol, mechanism, authorities, replication. */}}
{{- define "chiasm.kafka" -}}
{{- $kafka := .Values.kafka -}}
{{- if eq $kafka.kind "trial" -}}
{{- $kafka = dict "address" "chiasm-kafka:9092" "protocol" "PLAINTEXT" "authorities" "" "replication" 1 -}}
{{- else if eq $kafka.kind "strimzi" -}}
{{- $kafka = dict "address" "chiasm-kafka-bootstrap:9093" "protocol" "SASL_SSL" "mechanism" "SCRAM-SHA-512" "authorities" "chiasm-cluster-ca-cert" "replication" 3 -}}
{{- end -}}
{{- toYaml $kafka -}}
{{- end -}}

{{- define "chiasm.store" -}}
{{- $store := .Values.store -}}
{{- if eq $store.kind "trial" -}}
{{- $store = dict "endpoint" "http://chiasm-s3:9000" "bucket" $store.bucket "region" $store.region "secret" $store.secret "authorities" "" -}}
{{- end -}}
{{- toYaml $store -}}
{{- end -}}

{{/* What all services are given. */}}
{{- define "chiasm.settings" -}}
{{- $kafka := include "chiasm.kafka" . | fromYaml -}}
{{- $store := include "chiasm.store" . | fromYaml -}}
{{- $settings := dict
  "CHIASM_KAFKA" $kafka.address
  "CHIASM_TOPICS_REPLICATION" (toString $kafka.replication)
  "CHIASM_STORE_ENDPOINT" $store.endpoint
  "CHIASM_STORE_BUCKET" $store.bucket
  "CHIASM_STORE_REGION" $store.region
  "CHIASM_STORE_ACCESS_KEY_FILE" "/run/chiasm/store/access-key"
  "CHIASM_STORE_SECRET_KEY_FILE" "/run/chiasm/store/secret-key" -}}
{{- if ne $kafka.protocol "PLAINTEXT" -}}
{{- $_ := set $settings "KAFKA_SECURITY_PROTOCOL" $kafka.protocol -}}
{{- end -}}
{{- if hasPrefix "SASL" $kafka.protocol -}}
{{- $_ := set $settings "KAFKA_SASL_MECHANISM" $kafka.mechanism -}}
{{- $_ := set $settings "CHIASM_KAFKA_PASSWORD_FILE" "/run/chiasm/kafka/password" -}}
{{- end -}}
{{- if and (hasSuffix "SSL" $kafka.protocol) $kafka.authorities -}}
{{- $_ := set $settings "CHIASM_KAFKA_CA" "/run/chiasm/kafka-ca/ca.crt" -}}
{{- end -}}
{{- if $store.authorities -}}
{{- $_ := set $settings "CHIASM_STORE_CA" "/run/chiasm/store-ca/ca.crt" -}}
{{- end -}}
{{- range $name, $value := .Values.settings -}}{{- $_ := set $settings $name $value -}}{{- end -}}
{{- toYaml $settings -}}
{{- end -}}
