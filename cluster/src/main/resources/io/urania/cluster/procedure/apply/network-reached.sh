# Two pods on two nodes, and a service before the second: names are resolved on both, and the first reaches the second
# by address and through the service, by each of their addresses where there are two families. Set before: image, first_node,
# second_node, domain, families (empty, or a service's ipFamilyPolicy), kubectl(), and a batch's waiting_for() and asked_to_stop().
# shellcheck disable=SC2154
# A name of its own each time: a namespace is not gone before every API answers, metrics.k8s.io too, which takes a minute
# to start.
space=urania-verification-$(date +%s)
deadline=$(($(date +%s) + 600))

# Tries a command until it works or the time is over; what it printed is in "said".
until_works() {
    what=$1
    shift
    while ! said=$("$@" 2>&1); do
        if [ "$(date +%s)" -ge "$deadline" ]; then
            echo "$what: $said"
            kubectl get pods --namespace="$space" --output=wide
            kubectl get events --namespace="$space" --sort-by=.lastTimestamp
            return 1
        fi
        if asked_to_stop; then
            echo "stopped waiting because the run is ending: $what"
            return 1
        fi
        waiting_for "a check to pass: $what"
        sleep 1
    done
    waiting_for
}

pod() {
    cat <<END
---
apiVersion: v1
kind: Pod
metadata:
  name: $1
  namespace: $space
  labels:
    pod: $1
spec:
  nodeName: $2
  automountServiceAccountToken: false
  terminationGracePeriodSeconds: 0
  tolerations:
  - operator: Exists
  securityContext:
    runAsNonRoot: true
    runAsUser: 65534
    seccompProfile:
      type: RuntimeDefault
  containers:
  - name: probe
    image: $image
    imagePullPolicy: IfNotPresent
    args: [serve]
    securityContext:
      allowPrivilegeEscalation: false
      readOnlyRootFilesystem: true
      capabilities:
        drop: [ALL]
END
}

objects() {
    cat <<END
apiVersion: v1
kind: Namespace
metadata:
  name: $space
  labels:
    app.kubernetes.io/name: urania-verification
---
apiVersion: v1
kind: Service
metadata:
  name: second
  namespace: $space
spec:
${families:+  ipFamilyPolicy: $families}
  selector:
    pod: second
  ports:
  - port: 80
    targetPort: 8080
END
    pod first "$first_node"
    pod second "$second_node"
}

# What an earlier verification has left goes too.
clean_up() {
    kubectl delete namespace --selector=app.kubernetes.io/name=urania-verification --wait=false >/dev/null 2>&1 || :
}

apply_objects() {
    objects | kubectl apply --filename=-
}

# A pod's addresses, one a line; all that it is to have.
addresses_of() {
    addresses=$(kubectl get pod "$1" --namespace="$space" --output=jsonpath='{range .status.podIPs[*]}{.ip}{"\n"}{end}') || return 1
    case $families$addresses in
    "" | RequireDualStack) return 1 ;;
    Require*:*.* | Require*.*:*) ;;
    Require*) return 1 ;;
    esac
    printf '%s\n' "$addresses"
}

service_addresses() {
    kubectl get service second --namespace="$space" --output=jsonpath='{range .spec.clusterIPs[*]}{@}{"\n"}{end}'
}

# An address as URLs have it.
in_url() {
    case $1 in
    *:*) echo "[$1]" ;;
    *) echo "$1" ;;
    esac
}

inside() {
    kubectl exec "$1" --namespace="$space" -- /urania-probe "$2" "$3"
}

trap clean_up EXIT
until_works "the test pods cannot be created" apply_objects
name=kubernetes.default.svc.$domain
until_works "a pod on $first_node cannot resolve $name" inside first resolve "$name"
until_works "a pod on $second_node cannot resolve $name" inside second resolve "$name"
until_works "the pod on $second_node has no address" addresses_of second
for address in $said; do
    until_works "a pod on $first_node cannot reach a pod on $second_node at $address" \
        inside first get "http://$(in_url "$address"):8080/"
done
if [ -n "$families" ]; then
    until_works "a service has no addresses" service_addresses
    for address in $said; do
        until_works "a pod on $first_node cannot reach a service at $address" inside first get "http://$(in_url "$address")/"
    done
fi
until_works "a pod on $first_node cannot reach a service" inside first get "http://second.$space.svc.$domain/"
