namespace Tocsin.SignIn;

/// <summary>The terminal from which the gateway was started, if there is one.</summary>
/// <param name="IsThere">
/// Whether somebody reads along. What goes into a file, a journal or another program is kept, and gets no secret.
/// </param>
/// <param name="Out">What is written there.</param>
internal sealed record Terminal(bool IsThere, TextWriter Out)
{
    /// <summary>That of this process.</summary>
    public static Terminal OfProcess() => new(!Console.IsOutputRedirected, Console.Out);
}
