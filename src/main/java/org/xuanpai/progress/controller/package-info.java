/** The monthly form and the review, under {@code /progress}. */
@NullMarked
package org.xuanpai.progress.controller;

import org.jspecify.annotations.NullMarked;
