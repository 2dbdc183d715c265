# Waits until nothing is unwell of what a status judges. Set before: nodes, kubectl(), look(), judge(), of conditions.sh.
# shellcheck disable=SC2154
deadline=$(($(date +%s) + 600))

# What is not well now, in "unwell"; not to see it is not well either.
unwell() {
    if look; then unwell=$(judge); else unwell="the API server does not answer: $seen"; fi
    [ -n "$unwell" ]
}

# Says what is waited for, where words of a wait are taken; without words that the wait is over.
tell() {
    ! command -v waiting_for >/dev/null 2>&1 || waiting_for "$@"
}

while unwell; do
    if [ "$(date +%s)" -ge "$deadline" ]; then
        echo "unhealthy after 600 seconds:"
        printf '%s\n' "$unwell"
        kubectl get pods --namespace=kube-system --output=wide
        exit 1
    fi
    if command -v asked_to_stop >/dev/null 2>&1 && asked_to_stop; then
        echo "stopped waiting because the run is ending:"
        printf '%s\n' "$unwell"
        exit 1
    fi
    tell "${unwell%%
*}"
    sleep 1
done
tell
