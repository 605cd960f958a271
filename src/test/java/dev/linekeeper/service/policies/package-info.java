/** Requests for Shared Calling policies under circumstances nobody wishes for. */
package dev.linekeeper.service.policies;
