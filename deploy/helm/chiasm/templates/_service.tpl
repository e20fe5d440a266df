{{/* The Deployment of a service. (list . "encoder") */}}
{{- define "chiasm.service" -}}
{{- $root := index . 0 -}}
{{- $name := index . 1 -}}
{{- $values := index $root.Values $name -}}
{{- $kafka := include "chiasm.kafka" $root | fromYaml -}}
{{- $store := include "chiasm.store" $root | fromYaml -}}
{{- $worker := ne $name "aggregator" -}}
{{- $object := include "chiasm.file" (list $root (printf "base/%s/deployment.yaml" $name)) | fromYaml -}}
{{- $pod := $object.spec.template.spec -}}
{{- $container := first $pod.containers -}}

{{- $labels := dict "app.kubernetes.io/name" "chiasm" "app.kubernetes.io/part-of" "chiasm" -}}
{{- $_ := mergeOverwrite $object.metadata.labels $labels -}}
{{- $_ := mergeOverwrite $object.spec.template.metadata.labels $labels -}}
{{- /* Settings are read at start: a change rolls the pods. */ -}}
{{- $_ := set $object.spec.template.metadata "annotations" (dict "checksum/settings" (include "chiasm.settings" $root | sha256sum)) -}}

{{- if $worker -}}
{{- $_ := set $object.spec "replicas" $values.replicas -}}
{{- if $root.Values.keda.enabled -}}
{{- $_ := unset $object.spec "replicas" -}}
{{- end -}}
{{- end -}}

{{- $_ := set $container "image" (include "chiasm.image" .) -}}
{{- with $root.Values.images.pullPolicy -}}
{{- $_ := set $container "imagePullPolicy" . -}}
{{- end -}}
{{- with $root.Values.images.pullSecrets -}}
{{- $secrets := list -}}
{{- range . -}}{{- $secrets = append $secrets (dict "name" .) -}}{{- end -}}
{{- $_ := set $pod "imagePullSecrets" $secrets -}}
{{- end -}}
{{- $_ := set $container "resources" $values.resources -}}

{{- /* Secrets as files: name, Secret, folder, keys. */ -}}
{{- $files := list -}}
{{- $env := dict "JAVA_TOOL_OPTIONS" (printf "-Xmx%s" $values.heap) -}}
{{- if hasPrefix "SASL" $kafka.protocol -}}
{{- $_ := set $env "CHIASM_KAFKA_USERNAME" $values.login.name -}}
{{- $files = append $files (list "kafka" $values.login.secret "/run/chiasm/kafka" (list "password")) -}}
{{- end -}}
{{- if and (hasSuffix "SSL" $kafka.protocol) $kafka.authorities -}}
{{- $files = append $files (list "kafka-ca" $kafka.authorities "/run/chiasm/kafka-ca" (list "ca.crt")) -}}
{{- end -}}
{{- if $store.authorities -}}
{{- $files = append $files (list "store-ca" $store.authorities "/run/chiasm/store-ca" (list "ca.crt")) -}}
{{- end -}}
{{- if eq $name "encoder" -}}
{{- $_ := set $env "CHIASM_ENCODER_MEMORY" $values.memory -}}
{{- end -}}
{{- if $worker -}}
{{- $_ := set $env (printf "CHIASM_%s_GRACE" (upper $name)) $values.grace -}}
{{- $_ := set $pod "terminationGracePeriodSeconds" (add (include "chiasm.seconds" $values.grace | int64) 60) -}}
{{- end -}}
{{- if not $worker -}}
{{- $access := $root.Values.access -}}
{{- $_ := set $env "CHIASM_ACCESS" $access.kind -}}
{{- $_ := set $env "CHIASM_ACCESS_ROOTS" (join "," $access.roots) -}}
{{- if eq $access.kind "tokens" -}}
{{- $_ := set $env "CHIASM_ACCESS_TOKENS" "/run/chiasm/access/tokens.yaml" -}}
{{- $files = append $files (list "access" $access.secret "/run/chiasm/access" nil) -}}
{{- else -}}
{{- $_ := set $env "QUARKUS_OIDC_AUTH_SERVER_URL" $access.oidc.server -}}
{{- $_ := set $env "QUARKUS_OIDC_CLIENT_ID" $access.oidc.client -}}
{{- $_ := set $env "QUARKUS_OIDC_CREDENTIALS_SECRET" (dict "secret" $access.oidc.secret "key" "client-secret") -}}
{{- end -}}
{{- end -}}
{{- range $i, $file := concat $root.Values.secretFiles $values.secretFiles -}}
{{- $files = append $files (list (printf "file-%d" $i) $file.secret $file.path nil) -}}
{{- end -}}

{{- /* Each variable once, the last word being the values'. */ -}}
{{- $env = merge (deepCopy $values.env) $env -}}
{{- $variables := list -}}
{{- range $container.env -}}
{{- if not (hasKey $env .name) -}}{{- $variables = append $variables . -}}{{- end -}}
{{- end -}}
{{- range $key, $value := $env -}}
{{- if kindIs "map" $value -}}
{{- $variables = append $variables (dict "name" $key "valueFrom" (dict "secretKeyRef" (dict "name" $value.secret "key" $value.key))) -}}
{{- else -}}
{{- $variables = append $variables (dict "name" $key "value" $value) -}}
{{- end -}}
{{- end -}}
{{- $_ := set $container "env" $variables -}}

{{- range $pod.volumes -}}
{{- if eq .name "store" -}}{{- $_ := set .secret "secretName" $store.secret -}}{{- end -}}
{{- if eq .name "scratch" -}}{{- $_ := set .emptyDir "sizeLimit" $values.scratch -}}{{- end -}}
{{- end -}}
{{- range $files -}}
{{- $secret := dict "secretName" (index . 1) "defaultMode" 288 -}}
{{- with index . 3 -}}
{{- $items := list -}}
{{- range . -}}{{- $items = append $items (dict "key" . "path" .) -}}{{- end -}}
{{- $_ := set $secret "items" $items -}}
{{- end -}}
{{- $_ := set $pod "volumes" (append $pod.volumes (dict "name" (index . 0) "secret" $secret)) -}}
{{- $_ := set $container "volumeMounts" (append $container.volumeMounts (dict "name" (index . 0) "mountPath" (index . 2) "readOnly" true)) -}}
{{- end -}}

{{- if $root.Values.priorities.enabled -}}
{{- $_ := set $pod "priorityClassName" (ternary "chiasm-worker" "chiasm-aggregator" $worker) -}}
{{- end -}}
{{- if and $worker $root.Values.spread.enabled -}}
{{- $workers := include "chiasm.file" (list $root "production/workers.yaml") | fromYaml -}}
{{- $_ := set $pod "topologySpreadConstraints" $workers.spec.template.spec.topologySpreadConstraints -}}
{{- end -}}
{{- range $key := list "nodeSelector" "tolerations" "affinity" -}}
{{- with index $values $key -}}{{- $_ := set $pod $key . -}}{{- end -}}
{{- end -}}

{{- include "chiasm.object" (list $root $object) -}}
{{- end -}}

{{/* The name of a service's image. (list . "encoder") */}}
{{- define "chiasm.image" -}}
{{- $root := index . 0 -}}
{{- $name := printf "chiasm-%s" (index . 1) -}}
{{- with $root.Values.images.registry -}}{{- $name = printf "%s/%s" . $name -}}{{- end -}}
{{- with index $root.Values.images.digests (index . 1) -}}
{{- printf "%s@%s" $name . -}}
{{- else -}}
{{- printf "%s:%s" $name (default $root.Chart.AppVersion $root.Values.images.tag) -}}
{{- end -}}
{{- end -}}
