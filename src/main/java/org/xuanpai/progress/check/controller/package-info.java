/** Pages of the rules. */
@NullMarked
package org.xuanpai.progress.check.controller;

import org.jspecify.annotations.NullMarked;
