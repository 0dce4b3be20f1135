/** Pages of postings and their forms. */
@NullMarked
package org.xuanpai.posting.controller;

import org.jspecify.annotations.NullMarked;
