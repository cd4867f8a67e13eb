namespace Tocsin.Tests.Load.Http;

/// <summary>One request of a load.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path under <c>/api/v1</c>.</param>
/// <param name="Role">Whose token it carries.</param>
/// <param name="Body">The JSON; empty for none.</param>
/// <param name="Part">What of its answer is read.</param>
public readonly record struct Request(
    HttpMethod Method, string Path, Role Role, ReadOnlyMemory<byte> Body, AnswerPart Part = AnswerPart.Nothing);
