/** The CIS Kubernetes Benchmark: what it asks of hosts, judged from what they answer. It changes nothing, and decides nothing of a deployment. */
@NullMarked
package io.urania.cluster.benchmark;

import org.jspecify.annotations.NullMarked;
