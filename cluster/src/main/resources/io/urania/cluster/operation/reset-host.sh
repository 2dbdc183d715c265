# The end of a reset on every host: what Urania notes for itself goes, and nothing of the cluster may be left.
rm -rf /var/lib/urania
systemctl daemon-reload
systemctl reset-failed 2>/dev/null || :

# What still listens on Kubernetes' ports would make the next cluster fail in ways that are hard to see. Set before: ports,
# port_holders().
# shellcheck disable=SC2154,SC2086
left=$(port_holders $ports)
if [ -n "$left" ]; then
    echo "something still listens on ports of Kubernetes:"
    printf '%s\n' "$left" | while read -r port process name; do
        echo "  port $port: $name (process $process)"
    done
    exit 1
fi
