// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * A Maven plugin that builds an Android app without Gradle and without the Android SDK.
 *
 * <p>{@link org.undertone.apk.PrepareMojo} puts Android libraries on Maven's class path, merges manifests and links resources;
 * {@link org.undertone.apk.ApkMojo} compiles to dex, packs and signs.
 */
package org.undertone.apk;
