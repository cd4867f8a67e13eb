namespace Tocsin.StreamKinds;

/// <summary>Composes the JSON text of an answer.</summary>
/// <param name="view">The view of the thing that the answer shows; a JSON object.</param>
/// <param name="beside">The view of the second thing that it shows; null when there is none.</param>
/// <param name="extra">Members of a JSON object that the decision adds, e.g. <c>"refused":[…]</c>; null when it adds none.</param>
internal delegate string AnswerForm(string view, string? beside, string? extra);
