// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics

extension FunctionLibrary {
  /// The functions of cel-go's `encoders` extension.
  static let encoders = FunctionLibrary(
    "encoders",
    LocalizedText(zh: "base64 编码", en: "The base64 encoding"),
    functions: [
      FunctionDeclaration(
        "base64.encode",
        LocalizedText(zh: "字节的 base64 文本", en: "The base64 text of bytes"),
        [
          .global(
            "base64_encode_bytes", [.bytes], .string,
            examples: [FunctionExample(#"base64.encode(b"hello")"#, #""aGVsbG8=""#)],
            cost: .traversal([0]),
            .unary { .string(String(decoding: Base64.encode($0.octets), as: UTF8.self)) })
        ]),
      FunctionDeclaration(
        "base64.decode",
        LocalizedText(
          zh: "base64 文本所表示的字节；可以省略末尾的等号",
          en: "The bytes of a base64 text, whose padding may be left out"),
        [
          .global(
            "base64_decode_string", [.string], .bytes,
            examples: [FunctionExample(#"base64.decode("aGVsbG8=")"#, #"b"hello""#)],
            cost: .traversal([0]),
            specialization: .constant(argument: 0) { .bytes(try Base64.decode($0.string.text)) },
            .unary { .bytes(try Base64.decode($0.string.text)) })
        ]),
    ])
}
