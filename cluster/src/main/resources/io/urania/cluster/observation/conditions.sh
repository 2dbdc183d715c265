# What has to be well in a cluster: its nodes, and all that runs in kube-system. "status" looks at it once, and a verification
# waits for it: one list of conditions, two uses. Set before: nodes (names, with blanks between them), proofs (what has to be there, as
# KIND/NAME), kubectl().
# shellcheck disable=SC2154,SC2016

# What the API server tells goes to "seen", a line for each condition of a node, each deployment and daemonset, each API that is passed
# on, and each container that waits; fields are apart by |, and what people wrote comes last.
look() {
    template='{{range .items}}{{$name := .metadata.name}}{{if eq .kind "Node"}}{{range .status.conditions}}node|{{$name}}|{{.type}}|{{.status}}|{{printf "%q" (or .message "")}}
{{end}}{{else if eq .kind "Deployment"}}workload|deployment|{{$name}}|{{or .spec.replicas 0}}|{{or .status.readyReplicas 0}}|{{or .status.updatedReplicas 0}}|{{.metadata.generation}}|{{or .status.observedGeneration 0}}
{{else if eq .kind "DaemonSet"}}workload|daemonset|{{$name}}|{{or .status.desiredNumberScheduled 0}}|{{or .status.numberReady 0}}|{{or .status.updatedNumberScheduled 0}}|{{.metadata.generation}}|{{or .status.observedGeneration 0}}
{{else if eq .kind "APIService"}}{{if .spec.service}}{{range .status.conditions}}{{if eq .type "Available"}}api|{{$name}}|{{.status}}|{{printf "%q" (or .message "")}}
{{end}}{{end}}{{end}}{{else if eq .kind "Pod"}}{{range .status.initContainerStatuses}}{{if .state.waiting}}waiting|{{$name}}|{{.name}}|{{.state.waiting.reason}}|{{printf "%q" (or .state.waiting.message "")}}
{{end}}{{end}}{{range .status.containerStatuses}}{{if .state.waiting}}waiting|{{$name}}|{{.name}}|{{.state.waiting.reason}}|{{if .lastState.terminated}}{{printf "%q" (or .lastState.terminated.message .state.waiting.message "")}}{{else}}{{printf "%q" (or .state.waiting.message "")}}{{end}}
{{end}}{{end}}{{end}}{{end}}'
    seen=$(kubectl get nodes,deployments.apps,daemonsets.apps,pods,apiservices.apiregistration.k8s.io --namespace=kube-system --request-timeout=10s \
        --output=go-template="$template" 2>&1)
}

# Of what was seen, what is not well: a line for each, for people.
judge() {
    known=' '
    proved=' '
    printf '%s\n' "$seen" | {
        while IFS='|' read -r kind first second third rest; do
            case $kind in
            node)
                case " $nodes " in *" $first "*) ;; *) continue ;; esac
                known="$known$first "
                case $second:$third in
                Ready:True | *Pressure:False | NetworkUnavailable:False) ;;
                Ready:*) echo "node $first is not Ready: $rest" ;;
                *Pressure:* | NetworkUnavailable:*) echo "node $first has the condition $second: $rest" ;;
                esac
                ;;
            workload)
                proved="$proved$first/$second "
                ready=${rest%%|*} rest=${rest#*|}
                updated=${rest%%|*} rest=${rest#*|}
                if [ "${rest%%|*}" != "${rest#*|}" ]; then
                    echo "$first $second of kube-system: its newest settings are not taken up yet"
                elif [ "$ready" != "$third" ] || [ "$updated" != "$third" ]; then
                    echo "$first $second of kube-system: $ready of $third ready, $updated up to date"
                fi
                ;;
            api)
                proved="$proved$kind/$first "
                [ "$second" = True ] || echo "API $first is not available: $third${rest:+|$rest}"
                ;;
            waiting)
                case $third in
                CrashLoopBackOff | ErrImage* | Image*BackOff | ImageInspectError | InvalidImageName | CreateContainer* | RunContainerError)
                    echo "pod $first of kube-system, container $second: $third: $rest"
                    ;;
                esac
                ;;
            esac
        done
        for node in $nodes; do
            case $known in *" $node "*) ;; *) echo "$node is not a cluster node" ;; esac
        done
        for proof in $proofs; do
            case $proved in *" $proof "*) continue ;; esac
            case $proof in
            api/*) echo "API ${proof#*/} is missing" ;;
            *) echo "${proof%%/*} ${proof#*/} of kube-system is missing" ;;
            esac
        done
    }
}
