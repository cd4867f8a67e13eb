namespace Tocsin.Tests.Faults;

/// <summary>This machine does not allow what a fault needs.</summary>
public sealed class NotPermittedException(string message, Exception? inner = null) : Exception(message, inner);
