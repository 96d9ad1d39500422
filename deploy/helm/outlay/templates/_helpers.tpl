{{/* The name of a service's objects: (list $ "enrich") */}}
{{- define "outlay.name" -}}
{{ printf "%s-%s" (index . 0).Release.Name (index . 1) | trunc 63 }}
{{- end }}

{{- define "outlay.labels" -}}
app.kubernetes.io/name: outlay
app.kubernetes.io/instance: {{ (index . 0).Release.Name }}
app.kubernetes.io/component: {{ index . 1 }}
{{- end }}

{{- define "outlay.image" -}}
{{ .Values.image.repository }}:{{ .Values.image.tag | default .Chart.AppVersion }}
{{- end }}

{{/* A setting's name as a variable: commit.interval is OUTLAY_COMMIT_INTERVAL, kafka.acks is KAFKA_ACKS. */}}
{{- define "outlay.variable" -}}
{{ . | upper | replace "." "_" | replace "-" "_" }}
{{- end }}

{{/* What all of our containers have: no root, nothing writable but volumes, no capability. */}}
{{- define "outlay.confined" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
runAsNonRoot: true
runAsUser: 10001
capabilities: {drop: [ALL]}
seccompProfile: {type: RuntimeDefault}
{{- end }}

{{/* The environment of a container: (list $ settings-of-the-service) */}}
{{- define "outlay.environment" -}}
{{- $root := index . 0 -}}
- {name: OUTLAY_BOOTSTRAP, value: {{ $root.Values.kafka.bootstrap | quote }}}
- {name: OUTLAY_REPLICATION, value: {{ $root.Values.kafka.replication | quote }}}
{{- range $name, $value := $root.Values.kafka.settings }}
- {name: KAFKA_{{ include "outlay.variable" $name }}, value: {{ $value | toString | quote }}}
{{- end }}
{{- range $name, $value := merge (dict) (index . 1) $root.Values.settings }}
- {name: OUTLAY_{{ include "outlay.variable" $name }}, value: {{ $value | toString | quote }}}
{{- end }}
{{- end }}

{{- define "outlay.secret" -}}
{{- if .Values.secret }}
envFrom:
  - secretRef: {name: {{ .Values.secret }}}
{{- end }}
{{- end }}
