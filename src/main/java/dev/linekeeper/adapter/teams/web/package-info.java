/** The doors of the HTTP server: what Tomcat answers by itself and the pages of the app package. */
@NullMarked
package dev.linekeeper.adapter.teams.web;

import org.jspecify.annotations.NullMarked;
