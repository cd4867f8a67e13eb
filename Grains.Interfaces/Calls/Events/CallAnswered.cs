namespace Tocsin.Calls;

/// <summary>It was answered.</summary>
public sealed record CallAnswered : CallEvent;
