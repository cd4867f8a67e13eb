using Tocsin.Identity;

namespace Tocsin.SignIn;

/// <summary>What a development token is asked for.</summary>
/// <param name="Subject">1 to 100 characters.</param>
/// <param name="Role">A role of the contract.</param>
/// <param name="Unit">For the role <c>unit</c>.</param>
/// <param name="Station">For the role <c>station</c>.</param>
internal sealed record DevTokenRequest(string Subject, string Role, UnitId? Unit, string? Station);
