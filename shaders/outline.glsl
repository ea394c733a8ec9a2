// The six outlines, as app/paint/node.cpp has them: how far they reach from the middle, and how far along them a point lies.
// Signed distances of rounded shapes after Quilez, "2D distance functions".

float sponsor_outer(float r, float scale) { return r + sponsor_ring_offset * scale + max(2.0, sponsor_ring_stroke * r) / 2.0; }

// Half sides and corner of the kinds that are boxes; the diamond's are turned by an eighth.
vec3 box_of_kind(int kind, float r) {
  if (kind == kind_external) return vec3(vec2(external_half_side), external_corner) * r;
  if (kind == kind_customer) return vec3(vec2(customer_half_diagonal * root_half), customer_corner) * r;
  return vec3(partner_half_width, partner_half_height, partner_half_height) * r;
}

// Half of what holds the outline, without its gap.
vec2 half_of_kind(int kind, float r, float scale) {
  if (kind == kind_sponsor) return vec2(sponsor_outer(r, scale));
  if (kind == kind_external) return vec2(external_half_side * r);
  if (kind == kind_customer) return vec2(customer_half_diagonal * r);
  if (kind == kind_regulator) return vec2(regulator_circumradius * r);
  if (kind == kind_partner) return vec2(partner_half_width, partner_half_height) * r;
  return vec2(r);
}

vec2 eighth_turn(vec2 p) { return vec2(p.x + p.y, p.y - p.x) * root_half; }

// Of the hexagon's edges the one ahead of p: how far p lies towards it, and along it from its middle.
vec2 to_hexagon_edge(vec2 p) {
  vec2 q = abs(p);
  float slanted = root_three / 2.0 * q.x + q.y / 2.0;
  return q.y > slanted ? q.yx : vec2(slanted, abs(root_three / 2.0 * q.y - q.x / 2.0));
}

// How far the outline, grown by `grown`, lies from the middle in a direction (of length 1).
float reach_of_flat(vec2 ahead, float edge, vec2 pivot, float corner) {
  float flat_reach = edge / ahead.x;
  if (flat_reach * ahead.y <= pivot.y) return flat_reach;
  float along = dot(ahead, pivot);
  return along + sqrt(max(0.0, along * along - dot(pivot, pivot) + corner * corner));
}

float reach_of_kind(int kind, float r, vec2 direction, float scale, float grown) {
  if (kind == kind_internal) return r + grown;
  if (kind == kind_sponsor) return max(r + grown, sponsor_outer(r, scale) + sponsor_ring_clear);
  if (kind == kind_regulator) {
    float edge = regulator_circumradius * r * root_three / 2.0;
    float corner = regulator_corner * r;
    return reach_of_flat(to_hexagon_edge(direction), edge + grown, vec2(edge - corner, (edge - corner) / root_three), corner + grown);
  }
  vec3 box = box_of_kind(kind, r);
  vec2 d = abs(kind == kind_customer ? eighth_turn(direction) : direction);
  vec2 edge = box.xy + grown;
  vec2 pivot = box.xy - box.z;
  bool sideways = d.x * edge.y >= d.y * edge.x;
  return reach_of_flat(sideways ? d : d.yx, sideways ? edge.x : edge.y, sideways ? pivot : pivot.yx, box.z + grown);
}
