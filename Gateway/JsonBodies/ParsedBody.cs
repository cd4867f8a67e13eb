using Tocsin.Problems;

namespace Tocsin.JsonBodies;

/// <summary>The result of reading a request body: the value, or the problem.</summary>
/// <typeparam name="T">The value's type.</typeparam>
/// <param name="Problem">Why there is no value; null when there is one.</param>
/// <param name="Value">The value; its type's default when there is a problem.</param>
/// <param name="Digest">SHA-256 of the bytes of the body, when it was asked for; else null.</param>
internal readonly record struct ParsedBody<T>(Problem? Problem, T Value, byte[]? Digest);
