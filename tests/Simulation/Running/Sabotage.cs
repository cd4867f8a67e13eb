namespace Tocsin.Tests.Simulation;

/// <summary>One rule broken on purpose, so that the checks are seen to find it.</summary>
public enum Sabotage
{
    /// <summary>Nothing is broken.</summary>
    None,

    /// <summary>The append does not compare versions.</summary>
    BlindAppend,

    /// <summary>A command that was carried out is not found again.</summary>
    ForgottenCommands,

    /// <summary>A no is not checked by a read: the journal says that no memory is old.</summary>
    UncheckedNo,

    /// <summary>The watch wakes nobody.</summary>
    BlindWatch,
}
