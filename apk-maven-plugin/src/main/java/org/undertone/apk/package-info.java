// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * A Maven plugin that builds an Android app without Gradle and without the Android SDK.
 *
 * <p>{@link org.undertone.apk.PrepareMojo} puts Android libraries on Maven's class path, merges manifests and links resources;
 * {@link org.undertone.apk.CheckMojo} holds the merged manifest to the POM; {@link org.undertone.apk.LintMojo} runs lint;
 * {@link org.undertone.apk.ApkMojo} compiles to dex, packs and signs for debugging; {@link org.undertone.apk.ReleaseMojo} shrinks,
 * packs for each ABI and signs for users.
 */
package org.undertone.apk;
