/** What fails behind people is put right under circumstances nobody wishes for. */
package dev.linekeeper.service.fixes;
