/** Use cases of the month: save, confirm, submit, return, approve, and what their pages read. */
@NullMarked
package org.xuanpai.progress.service;

import org.jspecify.annotations.NullMarked;
