namespace Tocsin.Directives;

/// <summary>The system's own command: fires what is due of a directive now. Nothing is due: nothing happens.</summary>
internal sealed record FireDirectiveClocks : DirectiveCommand
{
    /// <summary>The only one.</summary>
    public static FireDirectiveClocks Instance { get; } = new();
}
