namespace Tocsin.Calls;

/// <summary>What happened to a call. The name of the type is the event's kind.</summary>
public abstract record CallEvent;
