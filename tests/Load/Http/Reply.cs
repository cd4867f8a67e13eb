using System.Text.Json;
using Tocsin.Tests.Load.Contract;

namespace Tocsin.Tests.Load.Http;

/// <summary>The last answer to a command, after all its tries.</summary>
/// <param name="Status">The HTTP status, or 0 when no try was answered.</param>
/// <param name="Body">The body's text, empty when there was none.</param>
/// <param name="Code">The problem's code, <c>unreachable</c> when nothing answered, null on success.</param>
/// <param name="Replayed">Whether the server said that it had done this before.</param>
/// <param name="Tries">How often it was sent.</param>
/// <param name="ConnectionsLost">How many tries ended without an answer.</param>
/// <param name="Unavailable">How many tries were answered 503 or 429.</param>
public sealed record Reply(int Status, string Body, string? Code, bool Replayed, int Tries, int ConnectionsLost, int Unavailable)
{
    /// <summary>The code of a command that nobody answered.</summary>
    public const string Unreachable = "unreachable";

    /// <summary>Whether it was done.</summary>
    public bool Ok => Status is >= 200 and < 300;

    /// <summary>Whether it is known what became of it: done, or refused for a reason.</summary>
    public bool Settled => Status != 0 && Status < 500 && Status != 429 && Code != "conflict";

    /// <summary>The body read as <typeparamref name="T"/>.</summary>
    /// <exception cref="JsonException">It is not one.</exception>
    public T Read<T>() => JsonSerializer.Deserialize<T>(Body, Wire.Json) ?? throw new JsonException("The answer was null.");

    /// <summary>The problem in the body, or null when it is none.</summary>
    public ProblemView? Problem
    {
        get
        {
            try
            {
                return JsonSerializer.Deserialize<ProblemView>(Body, Wire.Json);
            }
            catch (JsonException)
            {
                return null;
            }
        }
    }
}
