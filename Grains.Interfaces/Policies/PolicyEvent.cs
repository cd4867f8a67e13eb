namespace Tocsin.Policies;

/// <summary>What happened to a timing policy. The name of the type is the event's kind.</summary>
public abstract record PolicyEvent;
