using Tocsin.Quality;

namespace Tocsin.Calls;

/// <summary>The record of the call was reviewed 质检.</summary>
/// <param name="N">Its number in the call, 1 to 50.</param>
/// <param name="Review">What the reviewer said of it.</param>
public sealed record ReviewMade(int N, ReviewFacts Review) : CallEvent;
