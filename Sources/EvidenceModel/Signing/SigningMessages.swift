// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics

/// What is said about keys.
enum SigningMessages {
  static let encrypted = LocalizedText(
    zh: "私钥不得加密；可用 openssl pkey 去除口令，并以文件权限保护",
    en: "the private key must not be encrypted; take the passphrase off with openssl pkey and guard"
      + " the file by its permissions")
  static let notPrivateKey = LocalizedText(
    zh: "须是 openssl genpkey -algorithm ed25519 生成的 PEM 私钥",
    en: "it must be a private key in PEM, as openssl genpkey -algorithm ed25519 writes it")
  static let notPublicKey = LocalizedText(
    zh: "须是 openssl pkey -pubout 导出的 PEM 公钥",
    en: "it must be a public key in PEM, as openssl pkey -pubout writes it")
  static let notEd25519 = LocalizedText(zh: "须是 Ed25519 密钥", en: "it must be an Ed25519 key")
}
