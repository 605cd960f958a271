/** Requests for the policies of groups, where services fail and processes die. */
package dev.linekeeper.service.groundwork;
