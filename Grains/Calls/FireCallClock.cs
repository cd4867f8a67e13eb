namespace Tocsin.Calls;

/// <summary>The system's own command: fires the call's clock if it is due now. It is not: nothing happens.</summary>
internal sealed record FireCallClock : CallCommand
{
    /// <summary>The only one.</summary>
    public static FireCallClock Instance { get; } = new();
}
