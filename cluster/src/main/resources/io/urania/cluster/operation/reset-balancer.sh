# Stops a balancer; HAProxy's package stays.
systemctl disable --quiet --now haproxy.service 2>/dev/null || :
