/** From asking to done: requests are made, decided, applied and taken back here, with the ports that needs. */
@NullMarked
package dev.linekeeper.service.requests;

import org.jspecify.annotations.NullMarked;
