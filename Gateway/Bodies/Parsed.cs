using Tocsin.Problems;

namespace Tocsin.Bodies;

/// <summary>What came of reading a request: the value, or the problem.</summary>
/// <typeparam name="T">The value.</typeparam>
/// <param name="Problem">Why there is no value; null when there is one.</param>
/// <param name="Value">The value; its type's default when there is a problem.</param>
/// <param name="Digest">SHA-256 of the bytes that were read, when it was asked for.</param>
internal readonly record struct Parsed<T>(Problem? Problem, T Value, byte[]? Digest);
